CREATE TABLE `arrangements` (
	`round` text PRIMARY KEY NOT NULL,
	`order` text NOT NULL,
	`far_from` text,
	`hint` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `doubts` (
	`id` text PRIMARY KEY NOT NULL,
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`item` text NOT NULL,
	`page` text,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`answer` text,
	`answered_at` text,
	`answered_by` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `reconsiderations` (
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`item` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`expert`, `packet`, `item`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "reconsiderations_deduct" CHECK(typeof("reconsiderations"."from") = 'text' and typeof("reconsiderations"."to") = 'text')
);
