CREATE TABLE `earlier_workshops` (
	`position` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`leader` text NOT NULL,
	`unit` text NOT NULL,
	`occupation` text NOT NULL,
	`level` text NOT NULL,
	`named` text NOT NULL,
	`state` text NOT NULL
);
