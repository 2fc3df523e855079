create table orders (
	id varchar(32) not null primary key,
	description varchar(127) not null,
	total bigint not null,
	code_url varchar(512)
);

-- Without a unique constraint, on purpose: a notification that is handled twice shows as a second row
create table payment (
	order_id varchar(32) not null references orders (id),
	transaction_id varchar(64) not null,
	total bigint not null,
	node varchar(255) not null
);

create index payment_order on payment (order_id);

-- Payments that somebody has to look at
create table alarm (
	order_id varchar(32) not null,
	transaction_id varchar(64) not null
);
