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

package io.github.wechatpay4j.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Deletes many rows a few at a time: they are found by an index, and deleted by their
 * keys, so that nobody else waits for more than these. Safe for use by many threads.
 */
public final class InBatches {

	private static final int BATCH = 200;

	/** Whatever is left is for the next time. */
	private static final int MOST = 1000;

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	/**
	 * Creates a deleter.
	 * @param jdbc the database
	 */
	public InBatches(JdbcTemplate jdbc) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
		this.updates = new DurableUpdates(jdbc);
	}

	/**
	 * Deletes rows.
	 * @param table the table's name
	 * @param key the column that names a row
	 * @param condition which rows; once more when they are deleted
	 * @param order the columns of the index by which they are found
	 * @param values of the condition
	 */
	public void delete(String table, String key, String condition, String order, Object... values) {
		String select = "SELECT " + key + " FROM " + table + " WHERE " + condition + " ORDER BY " + order + " LIMIT "
				+ BATCH;
		for (int i = 0; i < MOST && !Thread.currentThread().isInterrupted(); i++) {
			List<Object> keys = this.jdbc.queryForList(select, Object.class, values);
			if (keys.isEmpty()) {
				return;
			}
			List<Object> all = new ArrayList<>(keys);
			Collections.addAll(all, values);
			this.updates.update(
					"DELETE FROM " + table + " WHERE " + key + " IN (" + marks(keys.size()) + ") AND " + condition,
					all.toArray());
			if (keys.size() < BATCH) {
				return;
			}
		}
	}

	/**
	 * Question marks for a list of values.
	 * @param count how many
	 * @return them, with commas
	 */
	public static String marks(int count) {
		return String.join(", ", Collections.nCopies(count, "?"));
	}

}
