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

package io.github.wechatpay4j.api.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/**
 * Tells how many bytes have been written so far, after each piece.
 */
final class CountingOutputStream extends FilterOutputStream {

	private final LongConsumer progress;

	private long written;

	CountingOutputStream(OutputStream target, LongConsumer progress) {
		super(target);
		this.progress = progress;
	}

	@Override
	public void write(int one) throws IOException {
		this.out.write(one);
		count(1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.out.write(bytes, offset, length);
		count(length);
	}

	private void count(int more) {
		this.written += more;
		this.progress.accept(this.written);
	}

}
