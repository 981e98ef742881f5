CREATE TABLE `floor` (
	`round` text PRIMARY KEY NOT NULL,
	`packet` text,
	`since` text,
	`timer_ends` text,
	`reading` text,
	`muted` integer NOT NULL,
	`names` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_ballots` (
	`packet` text NOT NULL,
	`turn` integer NOT NULL,
	`expert` text NOT NULL,
	`choice` text NOT NULL,
	`at` text NOT NULL,
	`door` text NOT NULL,
	`second` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`packet`, `turn`, `expert`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "ballots_choice" CHECK("__new_ballots"."choice" in ('for', 'against', 'abstain', 'invalid'))
);
--> statement-breakpoint
INSERT INTO `__new_ballots`("packet", "turn", "expert", "choice", "at", "door", "second", "note") SELECT "packet", 1, "expert", "choice", "at", "door", '', '' FROM `ballots`;--> statement-breakpoint
DROP TABLE `ballots`;--> statement-breakpoint
ALTER TABLE `__new_ballots` RENAME TO `ballots`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_votes` (
	`packet` text NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`purpose` text NOT NULL,
	`reason` text NOT NULL,
	`list` text NOT NULL,
	`max_yes` integer,
	`places` integer,
	`rule` text NOT NULL,
	`entitled` text NOT NULL,
	`recused` text NOT NULL,
	`absent` text NOT NULL,
	`prepared_at` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`published_at` text,
	PRIMARY KEY(`packet`, `turn`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "votes_state" CHECK("__new_votes"."state" in ('prepared', 'open', 'closed')),
	CONSTRAINT "votes_purpose" CHECK("__new_votes"."purpose" in ('first', 'repeat', 'run-off'))
);
--> statement-breakpoint
INSERT INTO `__new_votes`("packet", "turn", "state", "purpose", "reason", "list", "max_yes", "places", "rule", "entitled", "recused", "absent", "prepared_at", "opened_at", "closed_at", "published_at") SELECT "packet", 1, "state", 'first', '', json_array("packet"), NULL, NULL, coalesce((SELECT "value" FROM `choices` WHERE "choice" = 'vote-rule'), 'null'), "entitled", "recused", "absent", "opened_at", "opened_at", "closed_at", "closed_at" FROM `votes`;--> statement-breakpoint
DROP TABLE `votes`;--> statement-breakpoint
ALTER TABLE `__new_votes` RENAME TO `votes`;