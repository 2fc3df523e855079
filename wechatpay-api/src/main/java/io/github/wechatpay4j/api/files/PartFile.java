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

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears under its name once it is whole, as core's downloads do, and is
 * gone otherwise. Readable by its owner only.
 */
final class PartFile implements AutoCloseable {

	private final Path target;

	private final Path part;

	private final OutputStream output;

	private PartFile(Path target, Path part, OutputStream output) {
		this.target = target;
		this.part = part;
		this.output = output;
	}

	static PartFile of(Path target) {
		try {
			Path absolute = target.toAbsolutePath();
			Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName() + ".", ".part");
			try {
				return new PartFile(absolute, part, Files.newOutputStream(part));
			}
			catch (IOException ex) {
				Files.deleteIfExists(part);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	OutputStream output() {
		return this.output;
	}

	/** Gives it its name: to be called only when its hash is known to be right. */
	void complete() {
		try {
			this.output.close();
			Files.move(this.part, this.target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			try {
				this.output.close();
			}
			finally {
				Files.deleteIfExists(this.part);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
