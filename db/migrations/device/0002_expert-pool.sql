CREATE TABLE `pool` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`post` text NOT NULL,
	`phone` text NOT NULL,
	`source_kind` text NOT NULL,
	`classes` text NOT NULL,
	`past_units` text NOT NULL,
	`updated_at` text NOT NULL
);
