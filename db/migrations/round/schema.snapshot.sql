-- The round file after all migrations. Written by: JP_REFRESH=1 npx vitest run test/guards/schema.test.ts
CREATE TABLE `alternates` (
	`expert` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`replaces` text,
	`reason` text,
	`at` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `arrangements` (
	`round` text PRIMARY KEY NOT NULL,
	`order` text NOT NULL,
	`far_from` text,
	`hint` integer NOT NULL,
	`at` text NOT NULL
);
CREATE TABLE `attendance` (
	`expert` text NOT NULL,
	`time` text NOT NULL,
	`event` text NOT NULL,
	`how` text NOT NULL,
	PRIMARY KEY(`expert`, `time`, `event`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE "ballots" (
	`packet` text NOT NULL,
	`turn` integer NOT NULL,
	`expert` text NOT NULL,
	`choice` text NOT NULL,
	`at` text NOT NULL,
	`door` text NOT NULL,
	`second` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`packet`, `turn`, `expert`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "ballots_choice" CHECK("ballots"."choice" in ('for', 'against', 'abstain', 'invalid'))
);
CREATE TABLE `bundle_keys` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
CREATE TABLE `choices` (
	`choice` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`note` text NOT NULL,
	`at` text NOT NULL
);
CREATE TABLE `closed_stages` (
	`stage` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
CREATE TABLE `doubts` (
	`id` text PRIMARY KEY NOT NULL,
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`item` text NOT NULL,
	`page` text,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`answer` text,
	`answered_at` text,
	`answered_by` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `eligibility_decisions` (
	`packet` text NOT NULL,
	`rule` text NOT NULL,
	`machine` text NOT NULL,
	`verdict` text NOT NULL,
	`person` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`packet`, `rule`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `eligibility_facts` (
	`packet` text NOT NULL,
	`key` text NOT NULL,
	`value` text,
	`proof` text,
	`note` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`packet`, `key`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `experts` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`post` text NOT NULL,
	`phone` text NOT NULL,
	`source_kind` text NOT NULL,
	`specialty` text NOT NULL
);
CREATE TABLE `facts` (
	`packet` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`proof` text,
	`note` text NOT NULL,
	`visit` text,
	`at` text NOT NULL,
	PRIMARY KEY(`packet`, `key`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `final_list` (
	`packet` text PRIMARY KEY NOT NULL,
	`place` integer,
	`reason` text NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `floor` (
	`round` text PRIMARY KEY NOT NULL,
	`packet` text,
	`since` text,
	`timer_ends` text,
	`reading` text,
	`muted` integer NOT NULL,
	`names` integer NOT NULL
, `agenda` text DEFAULT '[]' NOT NULL);
CREATE TABLE `former_members` (
	`expert` text PRIMARY KEY NOT NULL,
	`seat` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `imports` (
	`entry` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`imported` text NOT NULL,
	`refused` text NOT NULL,
	`cancelled` integer NOT NULL
);
CREATE TABLE `judgements` (
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`item` text NOT NULL,
	`deduct` text NOT NULL,
	`reason` text NOT NULL,
	`pins` text NOT NULL,
	PRIMARY KEY(`expert`, `packet`, `item`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "judgements_deduct" CHECK(typeof("judgements"."deduct") = 'text')
);
CREATE TABLE `ledger` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`round` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	`signature` text,
	PRIMARY KEY(`chain`, `seq`),
	CONSTRAINT "ledger_seq" CHECK(typeof("ledger"."seq") = 'integer' and "ledger"."seq" >= 1),
	CONSTRAINT "ledger_hash_length" CHECK(length("ledger"."hash") = 64 and length("ledger"."prev") = 64)
);
CREATE INDEX `ledger_by_kind` ON `ledger` (`kind`);
CREATE UNIQUE INDEX `ledger_hash` ON `ledger` (`hash`);
CREATE TABLE `line_decisions` (
	`round` text PRIMARY KEY NOT NULL,
	`second_vote` text NOT NULL,
	`exceptions` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
CREATE TABLE `members` (
	`expert` text PRIMARY KEY NOT NULL,
	`seat` integer NOT NULL,
	`chair` integer NOT NULL,
	`present` integer NOT NULL,
	`declared_at` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE UNIQUE INDEX `members_seat` ON `members` (`seat`);
CREATE TABLE `minutes` (
	`packet` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`dissents` text NOT NULL,
	`at` text NOT NULL, `present` text DEFAULT '[]' NOT NULL, `speakers` text DEFAULT '[]' NOT NULL, `motions` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`packet` text NOT NULL,
	`received` text NOT NULL,
	`from` text NOT NULL,
	`text` text NOT NULL,
	`outcome` text,
	`reason` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`decided_by` text,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `officers` (
	`expert` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `packet_fields` (
	`packet` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`read_from` text NOT NULL,
	`corrected_from` text,
	`correction_reason` text,
	`corrected_at` text,
	`corrected_by` text,
	PRIMARY KEY(`packet`, `field`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `packet_files` (
	`packet` text NOT NULL,
	`position` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`pages` integer,
	`problem` text, `photo` text,
	PRIMARY KEY(`packet`, `position`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "packet_files_kind" CHECK("packet_files"."kind" in ('form', 'pdf', 'photo', 'sheet', 'other'))
);
CREATE INDEX `packet_files_by_hash` ON `packet_files` (`sha256`);
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
CREATE TABLE `packets` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`skipped` text NOT NULL,
	`warnings` text NOT NULL,
	`materials` text NOT NULL,
	`note` text NOT NULL,
	`checked_at` text,
	`checked_by` text, `version` integer DEFAULT 1 NOT NULL, `doubts` text DEFAULT '[]' NOT NULL, `imported_at` text DEFAULT '' NOT NULL,
	CONSTRAINT "packets_state" CHECK("packets"."state" in ('unchecked', 'accepted', 'returned'))
);
CREATE UNIQUE INDEX `packets_no` ON `packets` (`no`);
CREATE TABLE `paper_reads` (
	`sha256` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL
);
CREATE TABLE `paper_texts` (
	`sha256` text NOT NULL,
	`page` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`sha256`, `page`)
);
CREATE TABLE `publications` (
	`round` text PRIMARY KEY NOT NULL,
	`posted` text NOT NULL,
	`length` integer NOT NULL,
	`unit` text NOT NULL,
	`place` text NOT NULL,
	`order` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`next_step` text NOT NULL
);
CREATE TABLE `reconsiderations` (
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`item` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`expert`, `packet`, `item`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "reconsiderations_deduct" CHECK(typeof("reconsiderations"."from") = 'text' and typeof("reconsiderations"."to") = 'text')
);
CREATE TABLE `recusals` (
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`expert`, `packet`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
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
CREATE TABLE `results` (
	`round` text PRIMARY KEY NOT NULL,
	`rows` text NOT NULL,
	`at` text NOT NULL
);
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`organiser` text NOT NULL,
	`scheme` text NOT NULL,
	`scheme_version` integer NOT NULL,
	`scheme_data` text NOT NULL,
	`activity` text NOT NULL,
	`sample` integer NOT NULL,
	`created_at` text NOT NULL
);
CREATE TABLE `seat_keys` (
	`expert` text PRIMARY KEY NOT NULL,
	`token` text,
	`pin` text NOT NULL,
	`wrong_pins` integer NOT NULL,
	`session_hash` text,
	`joined_at` text,
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `sheets` (
	`expert` text NOT NULL,
	`packet` text NOT NULL,
	`state` text NOT NULL,
	`opinion` text NOT NULL,
	`saved_at` text,
	`submitted_at` text,
	`entry_hash` text,
	`door` text,
	`returned_for` text, `paper` text,
	PRIMARY KEY(`expert`, `packet`),
	FOREIGN KEY (`expert`) REFERENCES `experts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "sheets_state" CHECK("sheets"."state" in ('seen', 'draft', 'submitted'))
);
CREATE TABLE `unseen_heads` (
	`chain` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
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
CREATE TABLE `visit_plan_draft` (
	`round` text PRIMARY KEY NOT NULL,
	`stops` text NOT NULL,
	`at` text NOT NULL
);
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
CREATE TABLE `visit_stops` (
	`packet` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`stop` text NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE `visits` (
	`packet` text PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`place` text NOT NULL,
	`present` text NOT NULL,
	`opinion` text NOT NULL,
	`findings` text NOT NULL,
	`at` text NOT NULL, `record` text DEFAULT '' NOT NULL, `by` text DEFAULT '' NOT NULL, `details` text DEFAULT '{"visit":"","begun":null,"ended":null,"team":[],"checks":[],"measures":[],"photos":[],"struck":[],"without":[]}' NOT NULL,
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict
);
CREATE TABLE "votes" (
	`packet` text NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`purpose` text NOT NULL,
	`reason` text NOT NULL,
	`list` text NOT NULL,
	`max_yes` integer,
	`places` integer,
	`rule` text NOT NULL,
	`entitled` text NOT NULL,
	`recused` text NOT NULL,
	`absent` text NOT NULL,
	`prepared_at` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`published_at` text,
	PRIMARY KEY(`packet`, `turn`),
	FOREIGN KEY (`packet`) REFERENCES `packets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "votes_state" CHECK("votes"."state" in ('prepared', 'open', 'closed')),
	CONSTRAINT "votes_purpose" CHECK("votes"."purpose" in ('first', 'repeat', 'run-off'))
);
CREATE TABLE `waiting_entries` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`chain`, `seq`)
);
CREATE TRIGGER `ledger_never_deleted` BEFORE DELETE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER `ledger_never_replaced` BEFORE INSERT ON `ledger`
WHEN EXISTS (SELECT 1 FROM `ledger` WHERE (`chain` = NEW.`chain` AND `seq` = NEW.`seq`) OR `hash` = NEW.`hash`)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER `ledger_never_updated` BEFORE UPDATE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
