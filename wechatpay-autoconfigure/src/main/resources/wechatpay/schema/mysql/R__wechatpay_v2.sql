-- Tables of WeChat Pay for Spring Boot, from version 1 to version 2, for MySQL and MariaDB.
-- Runs after R__wechatpay_v1.sql, on tables with rows too, and can be run again.
-- MySQL has no ADD COLUMN IF NOT EXISTS, so each table is looked at first.

-- application: whose events these are. Rows that were there before belong to any application: '*'.
-- attempts: how many attempts at the event have begun and were not given back.
SET @wechatpay_ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()
	AND table_name = 'wechatpay_claim' AND column_name = 'application') > 0, 'DO 0',
	'ALTER TABLE wechatpay_claim ADD COLUMN application VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''*'', ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1');
PREPARE wechatpay_ddl FROM @wechatpay_ddl;
EXECUTE wechatpay_ddl;
DEALLOCATE PREPARE wechatpay_ddl;

-- unhandled_since: since when every node that took the notification has given it back.
SET @wechatpay_ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()
	AND table_name = 'wechatpay_inbox' AND column_name = 'application') > 0, 'DO 0',
	'ALTER TABLE wechatpay_inbox ADD COLUMN application VARCHAR(100) NOT NULL DEFAULT ''*'', ADD COLUMN unhandled_since BIGINT, ADD INDEX wechatpay_inbox_work (application, state, due_at), ADD INDEX wechatpay_inbox_past (application, state, ended_at)');
PREPARE wechatpay_ddl FROM @wechatpay_ddl;
EXECUTE wechatpay_ddl;
DEALLOCATE PREPARE wechatpay_ddl;

-- platform_key: the platform's key that verified the notification, encrypted. It may be another one by the time that it is handled.
SET @wechatpay_ddl = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()
	AND table_name = 'wechatpay_inbox' AND column_name = 'platform_key') > 0, 'DO 0',
	'ALTER TABLE wechatpay_inbox ADD COLUMN platform_key VARCHAR(2048) CHARACTER SET ascii COLLATE ascii_bin');
PREPARE wechatpay_ddl FROM @wechatpay_ddl;
EXECUTE wechatpay_ddl;
DEALLOCATE PREPARE wechatpay_ddl;
