CREATE TABLE `line_decisions` (
	`round` text PRIMARY KEY NOT NULL,
	`second_vote` text NOT NULL,
	`exceptions` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`packet` text NOT NULL,
	`received` text NOT NULL,
	`from` text NOT NULL,
	`text` text NOT NULL,
	`outcome` text,
	`reason` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`decided_by` text,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`round` text PRIMARY KEY NOT NULL,
	`posted` text NOT NULL,
	`length` integer NOT NULL,
	`unit` text NOT NULL,
	`place` text NOT NULL,
	`order` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`next_step` text NOT NULL
);
