-- The device file after all migrations. Written by: JP_REFRESH=1 npx vitest run test/guards/schema.test.ts
CREATE TABLE `known_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`folder` text NOT NULL,
	`created_at` text NOT NULL
);
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
