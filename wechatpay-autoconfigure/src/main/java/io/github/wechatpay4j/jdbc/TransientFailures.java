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

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells failures that only mean "somebody else was at it": the same work succeeds when it
 * is done again.
 */
public final class TransientFailures {

	/** H2: concurrent update. Several: a lock was not to be had in time. */
	private static final Set<String> STATES = Set.of("90131", "HYT00", "55P03");

	/** MySQL and MariaDB: changed since it was read, lock wait timeout, deadlock. */
	private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

	private static final int DEEPEST = 20;

	private TransientFailures() {
	}

	/**
	 * Whether something failed because of a deadlock, a lock or a transaction that could
	 * not be serialized.
	 * @param failure what was thrown
	 * @return whether the work may be done again
	 */
	public static boolean are(@Nullable Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
			if (cause instanceof ConcurrencyFailureException || (cause instanceof SQLException sql && isOne(sql))) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean isOne(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		// Class 40: the transaction was rolled back
		return state.startsWith("40") || STATES.contains(state)
				|| ("HY000".equals(state) && CODES.contains(failure.getErrorCode()));
	}

}
