-- Tables of WeChat Pay for Spring Boot, from version 1 to version 2, for H2.
-- Runs after R__wechatpay_v1.sql, on tables with rows too, and can be run again.

-- Whose events these are. Rows that were there before belong to any application: '*'.
ALTER TABLE wechatpay_claim ADD COLUMN IF NOT EXISTS application VARCHAR(100) DEFAULT '*' NOT NULL;
-- How many attempts at the event have begun and were not given back.
ALTER TABLE wechatpay_claim ADD COLUMN IF NOT EXISTS attempts INTEGER DEFAULT 1 NOT NULL;

ALTER TABLE wechatpay_inbox ADD COLUMN IF NOT EXISTS application VARCHAR(100) DEFAULT '*' NOT NULL;
-- Since when every node that took the notification has given it back.
ALTER TABLE wechatpay_inbox ADD COLUMN IF NOT EXISTS unhandled_since BIGINT;
-- The platform's key that verified the notification, encrypted: it may be another one by the time that it is handled.
ALTER TABLE wechatpay_inbox ADD COLUMN IF NOT EXISTS platform_key VARCHAR(2048);

CREATE INDEX IF NOT EXISTS wechatpay_inbox_work ON wechatpay_inbox (application, state, due_at);
CREATE INDEX IF NOT EXISTS wechatpay_inbox_past ON wechatpay_inbox (application, state, ended_at);
