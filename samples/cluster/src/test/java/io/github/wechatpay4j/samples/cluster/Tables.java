/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.samples.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that is in tables of PostgreSQL.
 */
final class Tables {

	private Tables() {
	}

	/** All columns of all rows, of the tables whose names are like that. */
	static List<byte[]> contents(JdbcTemplate jdbc, String pattern) {
		List<byte[]> contents = new ArrayList<>();
		jdbc.queryForList("select table_name from information_schema.tables where table_name like ?", String.class,
				pattern)
			.forEach((table) -> jdbc.query("select * from " + table, (row) -> {
				for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
					Object value = row.getObject(i);
					if (value != null) {
						contents.add((value instanceof byte[] bytes) ? bytes
								: value.toString().getBytes(StandardCharsets.UTF_8));
					}
				}
			}));
		return contents;
	}

}
