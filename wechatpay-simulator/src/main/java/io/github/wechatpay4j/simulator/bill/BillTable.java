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

package io.github.wechatpay4j.simulator.bill;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a bill as the platform writes it: a byte order mark, lines that end with CR
 * LF, cells that begin with a backtick, amounts in yuan.
 */
final class BillTable {

	private static final String END = "\r\n";

	private final StringBuilder text = new StringBuilder("\uFEFF");

	void header(String columns) {
		this.text.append(columns).append(END);
	}

	void row(List<String> cells) {
		for (int i = 0; i < cells.size(); i++) {
			// Commas and line breaks would make other cells
			String cell = cells.get(i).replaceAll("[,\r\n]", " ");
			this.text.append((i > 0) ? ",`" : "`").append(cell);
		}
		this.text.append(END);
	}

	byte[] bytes() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	static String yuan(long fen) {
		return BigDecimal.valueOf(fen, 2).toPlainString();
	}

	/** Fees are written more precisely than they are taken. */
	static String fee(long fen) {
		return BigDecimal.valueOf(fen, 2).setScale(5).toPlainString();
	}

}
