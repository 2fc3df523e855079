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

package io.github.wechatpay4j.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UploadFileTests {

	private static final byte[] IMAGE = "an image".getBytes(StandardCharsets.UTF_8);

	@TempDir
	Path directory;

	private final AtomicLong read = new AtomicLong();

	private final AtomicBoolean closed = new AtomicBoolean();

	/** A stream without an end. */
	private final InputStream endless = new InputStream() {

		@Override
		public int read() {
			UploadFileTests.this.read.incrementAndGet();
			return 'x';
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			UploadFileTests.this.read.addAndGet(length);
			return length;
		}

		@Override
		public void close() {
			UploadFileTests.this.closed.set(true);
		}

	};

	@Test
	void readsAFileUnderItsName() throws IOException {
		Path path = Files.write(this.directory.resolve("营业执照.JPG"), IMAGE);
		UploadFile file = UploadFile.of(path);
		assertThat(file.filename()).isEqualTo("营业执照.JPG");
		assertThat(file.contentType()).isEqualTo("image/jpeg");
		assertThat(file.content()).isEqualTo(IMAGE);
		assertThat(UploadFile.of(new FileSystemResource(path)).filename()).isEqualTo("营业执照.JPG");
	}

	@Test
	void readsAStreamToItsEndAndLeavesItOpen() {
		InputStream stream = new ByteArrayInputStream(IMAGE) {

			@Override
			public void close() {
				UploadFileTests.this.closed.set(true);
			}

		};
		assertThat(UploadFile.read("a.png", stream).content()).isEqualTo(IMAGE);
		assertThat(this.closed).isFalse();
	}

	@Test
	void closesTheStreamOfAResource() {
		assertThatIllegalArgumentException().isThrownBy(() -> UploadFile.of(new ByteArrayResource(IMAGE) {

			@Override
			public String getFilename() {
				return "endless.mp4";
			}

			@Override
			public InputStream getInputStream() {
				return UploadFileTests.this.endless;
			}

		})).withMessage("'endless.mp4' is too large to upload: it holds more than " + UploadFile.MAX_SIZE + " bytes");
		assertThat(this.closed).isTrue();
		assertThat(this.read).as("bytes that were read").hasValueLessThanOrEqualTo(UploadFile.MAX_SIZE + 1L);
	}

	@Test
	void takesExactlyTheLimit() {
		assertThat(UploadFile.read("a.png", new ByteArrayInputStream(IMAGE), IMAGE.length).content()).isEqualTo(IMAGE);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> UploadFile.read("a.png", new ByteArrayInputStream(IMAGE), IMAGE.length - 1))
			.withMessage("'a.png' is too large to upload: it holds more than 7 bytes");
	}

	@Test
	void saysWhatToDoAboutAResourceWithoutAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> UploadFile.of(new ByteArrayResource(IMAGE, "the logo")))
			.withMessageEndingWith("[the logo] has no filename: use UploadFile.read(filename, stream)");
		assertThatIllegalArgumentException().isThrownBy(() -> UploadFile.of(Path.of("/")))
			.withMessage("'/' has no filename: it is not a file");
	}

	@Test
	void refusesAnEmptyFileAndOneThatIsNotThere() throws IOException {
		Path empty = Files.createFile(this.directory.resolve("empty.png"));
		assertThatIllegalArgumentException().isThrownBy(() -> UploadFile.of(empty))
			.withMessage("content of 'empty.png' must not be empty");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> UploadFile.of(this.directory.resolve("missing.png")))
			.withMessageContaining("missing.png");
	}

}
