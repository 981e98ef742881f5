CREATE TABLE `bundle_keys` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
