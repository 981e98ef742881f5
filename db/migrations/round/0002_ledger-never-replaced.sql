-- REPLACE deletes without firing the delete trigger.
CREATE TRIGGER `ledger_never_replaced` BEFORE INSERT ON `ledger`
WHEN EXISTS (SELECT 1 FROM `ledger` WHERE (`chain` = NEW.`chain` AND `seq` = NEW.`seq`) OR `hash` = NEW.`hash`)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
