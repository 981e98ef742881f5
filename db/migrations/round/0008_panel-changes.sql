CREATE TABLE `alternates` (
	`expert` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`replaces` text,
	`reason` text,
	`at` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `attendance` (
	`expert` text NOT NULL,
	`time` text NOT NULL,
	`event` text NOT NULL,
	`how` text NOT NULL,
	PRIMARY KEY(`expert`, `time`, `event`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `former_members` (
	`expert` text PRIMARY KEY NOT NULL,
	`seat` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `officers` (
	`expert` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `reopenings` (
	`asked_at` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`granted` integer,
	`decided_by` text,
	`note` text,
	`decided_at` text
);
--> statement-breakpoint
ALTER TABLE `minutes` ADD `present` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `minutes` ADD `speakers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `minutes` ADD `motions` text DEFAULT '[]' NOT NULL;