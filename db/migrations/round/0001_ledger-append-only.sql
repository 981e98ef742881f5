CREATE TRIGGER `ledger_never_updated` BEFORE UPDATE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_never_deleted` BEFORE DELETE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
