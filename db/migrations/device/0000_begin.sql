CREATE TABLE `known_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`folder` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
