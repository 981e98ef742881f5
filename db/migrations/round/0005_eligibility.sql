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
--> statement-breakpoint
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
