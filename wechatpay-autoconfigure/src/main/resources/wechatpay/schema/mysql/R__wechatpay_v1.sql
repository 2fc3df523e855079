-- Tables of WeChat Pay for Spring Boot, version 1, for MySQL and MariaDB.
-- Can be run again: nothing that exists is touched. Times are milliseconds since 1970.

-- Which business events are being handled, and which are done.
CREATE TABLE IF NOT EXISTS wechatpay_claim (
	claim_key CHAR(64) NOT NULL PRIMARY KEY,
	token VARCHAR(36) NOT NULL,
	done SMALLINT NOT NULL,
	expires_at BIGINT NOT NULL,
	INDEX wechatpay_claim_expiry (expires_at)
) CHARACTER SET ascii COLLATE ascii_bin;

-- Notifications as they came, signed and encrypted.
CREATE TABLE IF NOT EXISTS wechatpay_inbox (
	id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
	event_key CHAR(64) NOT NULL UNIQUE,
	merchant VARCHAR(128) NOT NULL,
	event_type VARCHAR(128) NOT NULL,
	notification_id VARCHAR(128) NOT NULL,
	signature_serial VARCHAR(255) NOT NULL,
	signature VARCHAR(2048) NOT NULL,
	signature_timestamp VARCHAR(32) NOT NULL,
	signature_nonce VARCHAR(255) NOT NULL,
	body MEDIUMBLOB NOT NULL,
	state VARCHAR(8) NOT NULL,
	attempts INTEGER NOT NULL,
	due_at BIGINT NOT NULL,
	token VARCHAR(36),
	last_failure VARCHAR(500),
	received_at BIGINT NOT NULL,
	ended_at BIGINT,
	INDEX wechatpay_inbox_due (state, due_at),
	INDEX wechatpay_inbox_ended (state, ended_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
