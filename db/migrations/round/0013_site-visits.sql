CREATE TABLE `visit_drafts` (
	`packet` text NOT NULL,
	`expert` text NOT NULL,
	`device` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`form` text,
	`photos` text NOT NULL,
	`struck` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`packet`, `expert`)
);
--> statement-breakpoint
CREATE TABLE `visit_plan_draft` (
	`round` text PRIMARY KEY NOT NULL,
	`stops` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visit_signatures` (
	`packet` text NOT NULL,
	`expert` text NOT NULL,
	`record` text NOT NULL,
	`answer` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`packet`, `expert`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `visit_stops` (
	`packet` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`stop` text NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `visits` ADD `record` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `details` text DEFAULT '{"visit":"","begun":null,"ended":null,"team":[],"checks":[],"measures":[],"photos":[],"struck":[],"without":[]}' NOT NULL;