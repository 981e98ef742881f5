-- The device file after all migrations. Written by: JP_REFRESH=1 npx vitest run test/guards/schema.test.ts
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
CREATE TABLE `known_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`folder` text NOT NULL,
	`created_at` text NOT NULL
, `read_only` integer DEFAULT false NOT NULL);
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
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
