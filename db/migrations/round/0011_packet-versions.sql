CREATE TABLE `imports` (
	`entry` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`imported` text NOT NULL,
	`refused` text NOT NULL,
	`cancelled` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `packet_versions` (
	`packet` text NOT NULL,
	`version` integer NOT NULL,
	`source` text NOT NULL,
	`imported_at` text NOT NULL,
	`files` text NOT NULL,
	`fields` text NOT NULL,
	PRIMARY KEY(`packet`, `version`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `packet_files` ADD `photo` text;--> statement-breakpoint
ALTER TABLE `packets` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `packets` ADD `doubts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `packets` ADD `imported_at` text DEFAULT '' NOT NULL;