create table if not exists orders (
	id varchar(32) primary key,
	description varchar(127) not null,
	total bigint not null,
	status varchar(16) not null,
	code_url varchar(512),
	transaction_id varchar(32),
	created_at timestamp with time zone not null
);

create table if not exists refunds (
	id varchar(64) primary key,
	order_id varchar(32) not null references orders (id),
	amount bigint not null,
	reason varchar(80),
	status varchar(16) not null,
	created_at timestamp with time zone not null
);
