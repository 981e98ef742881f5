CREATE TABLE `final_list` (
	`packet` text PRIMARY KEY NOT NULL,
	`place` integer,
	`reason` text NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
