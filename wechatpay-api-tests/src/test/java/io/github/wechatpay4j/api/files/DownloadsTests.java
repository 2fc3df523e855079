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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DownloadsTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@TempDir
	Path directory;

	private final List<Long> progress = new ArrayList<>();

	private final Downloads downloads = Downloads.of(platform.client());

	@Test
	void asksAndDownloadsToAFile() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		Path target = this.directory.resolve("bill.csv");
		this.downloads.download(BillPlatform.REQUEST, target);
		assertThat(target).hasBinaryContent(BillPlatform.BILL);
		assertThat(platform.requests()).hasSize(2);
	}

	@Test
	void tellsTheProgressInDecompressedBytes() throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(BillPlatform.BILL);
		}
		BillPlatform.announces(platform, BillPlatform.BILL, zipped.toByteArray());
		Path target = Files.writeString(this.directory.resolve("bill.csv"), "the one of yesterday");
		this.downloads.download(BillPlatform.REQUEST, target, this.progress::add);
		assertThat(target).hasBinaryContent(BillPlatform.BILL);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
		assertThat(this.progress).isSorted().hasSizeGreaterThan(3).endsWith((long) BillPlatform.BILL.length);
	}

	@Test
	void leavesNoFileWhoseHashIsWrong() {
		BillPlatform.announces(platform, new byte[1], BillPlatform.BILL);
		Path target = this.directory.resolve("bill.csv");
		assertThatExceptionOfType(SignatureException.class)
			.isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST, target));
		assertThatExceptionOfType(SignatureException.class)
			.isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST, target, this.progress::add));
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void keepsTheOldFileWhenTheNewOneIsWrong() throws IOException {
		BillPlatform.announces(platform, new byte[1], BillPlatform.BILL);
		Path target = Files.writeString(this.directory.resolve("bill.csv"), "the one of yesterday");
		assertThatExceptionOfType(SignatureException.class)
			.isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST, target, this.progress::add));
		assertThat(target).hasContent("the one of yesterday");
		assertThat(this.directory.toFile().list()).containsExactly("bill.csv");
	}

	@Test
	void endsWithAnExceptionOfTheProgress() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST, this.directory.resolve("bill.csv"), (n) -> {
				throw new IllegalStateException("cancelled at " + n);
			}))
			.withMessageStartingWith("cancelled at ");
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void writesToAStreamAndLeavesItOpen() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		List<String> closed = new ArrayList<>();
		ByteArrayOutputStream target = new ByteArrayOutputStream() {

			@Override
			public void close() {
				closed.add("closed");
			}

		};
		this.downloads.download(BillPlatform.REQUEST, target);
		this.downloads.download(BillPlatform.REQUEST, target, this.progress::add);
		assertThat(target.size()).isEqualTo(2 * BillPlatform.BILL.length);
		assertThat(this.progress).endsWith((long) BillPlatform.BILL.length);
		assertThat(closed).isEmpty();
	}

	@Test
	void surfacesWhatTheTargetThrows() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.downloads
			.download(BillPlatform.REQUEST, this.directory.resolve("no/such/bill.csv"), this.progress::add));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST, new OutputStream() {

				@Override
				public void write(int one) throws IOException {
					throw new IOException("disk full");
				}

			}, this.progress::add))
			.withMessageContaining("disk full");
		assertThat(this.progress).isEmpty();
	}

	@Test
	void downloadsNothingWhenThereIsNoBill() {
		platform.answers(FakePlatform.with(400, "{\"code\":\"NO_STATEMENT_EXIST\"}", Map.of()));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.downloads.download(BillPlatform.REQUEST,
				this.directory.resolve("bill.csv"), this.progress::add));
		assertThat(this.directory).isEmptyDirectory();
	}

}
