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

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveDownloadsTests {

	private static final Duration AMPLE = Duration.ofSeconds(20);

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@TempDir
	Path directory;

	private final List<Long> progress = new ArrayList<>();

	private final ReactiveDownloads downloads = ReactiveDownloads.of(platform.reactiveClient());

	@Test
	void asksAndDownloadsWhenSubscribedTo() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		Path target = this.directory.resolve("bill.csv");
		Mono<Void> download = this.downloads.download(BillPlatform.REQUEST, target);
		assertThat(platform.requests()).isEmpty();
		StepVerifier.create(download).expectComplete().verify(AMPLE);
		assertThat(target).hasBinaryContent(BillPlatform.BILL);
	}

	@Test
	void tellsTheProgressOfAFile() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		Path target = this.directory.resolve("bill.csv");
		Mono<Void> download = this.downloads.download(BillPlatform.REQUEST, target, this.progress::add);
		StepVerifier.create(download).expectComplete().verify(AMPLE);
		assertThat(target).hasBinaryContent(BillPlatform.BILL);
		assertThat(this.directory.toFile().list()).containsExactly("bill.csv");
		assertThat(this.progress).isSorted().hasSizeGreaterThan(3).endsWith((long) BillPlatform.BILL.length);
	}

	@Test
	void tellsTheProgressOfPiecesAnewForEachSubscriber() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		Mono<DataBuffer> whole = DataBufferUtils
			.join(this.downloads.download(BillPlatform.REQUEST, this.progress::add));
		for (int i = 0; i < 2; i++) {
			this.progress.clear();
			assertThat(whole.block(AMPLE).readableByteCount()).isEqualTo(BillPlatform.BILL.length);
			assertThat(this.progress).isSorted().endsWith((long) BillPlatform.BILL.length);
		}
	}

	@Test
	void leavesNoFileWhoseHashIsWrong() {
		BillPlatform.announces(platform, new byte[1], BillPlatform.BILL);
		Path target = this.directory.resolve("bill.csv");
		StepVerifier.create(this.downloads.download(BillPlatform.REQUEST, target, this.progress::add))
			.expectError(SignatureException.class)
			.verify(AMPLE);
		StepVerifier.create(this.downloads.download(BillPlatform.REQUEST, target))
			.expectError(SignatureException.class)
			.verify(AMPLE);
		StepVerifier.create(this.downloads.download(BillPlatform.REQUEST).doOnNext(DataBufferUtils::release).then())
			.expectError(SignatureException.class)
			.verify(AMPLE);
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void endsWithAnExceptionOfTheProgress() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		StepVerifier
			.create(this.downloads.download(BillPlatform.REQUEST, this.directory.resolve("bill.csv"), (written) -> {
				throw new IllegalStateException("cancelled");
			}))
			.expectErrorMessage("cancelled")
			.verify(AMPLE);
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void surfacesWhatTheFileSystemRefuses() {
		BillPlatform.announces(platform, BillPlatform.BILL, BillPlatform.BILL);
		StepVerifier
			.create(this.downloads.download(BillPlatform.REQUEST, this.directory.resolve("no/bill.csv"),
					this.progress::add))
			.expectError(UncheckedIOException.class)
			.verify(AMPLE);
	}

}
