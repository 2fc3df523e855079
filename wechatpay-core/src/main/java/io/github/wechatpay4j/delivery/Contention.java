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

package io.github.wechatpay4j.delivery;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells failures of a database that only mean "somebody else was at it": a deadlock, a
 * lock that was not granted in time, a transaction that cannot be serialized. The same
 * work succeeds when it is done again from the transaction's beginning.
 */
public final class Contention {

	/** H2: concurrent update, lock timeout. PostgreSQL: lock not available. */
	private static final Set<String> STATES = Set.of("90131", "HYT00", "55P03");

	/** MySQL and MariaDB: changed since it was read, lock wait timeout, deadlock. */
	private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

	private static final int DEEPEST = 20;

	private Contention() {
	}

	/**
	 * Whether that is why something failed.
	 * @param failure what was thrown
	 * @return whether the work may be done again
	 */
	public static boolean isCauseOf(@Nullable Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
			if (cause instanceof SQLException sql && isContention(sql)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean isContention(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		// Class 40: the transaction was rolled back
		return state.startsWith("40") || STATES.contains(state)
				|| ("HY000".equals(state) && CODES.contains(failure.getErrorCode()));
	}

}
