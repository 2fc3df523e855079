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

package io.github.wechatpay4j.api.paging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.api.complaints.Complaint;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamedPagesTests extends PagesContract {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@Override
	FakePlatform platform() {
		return platform;
	}

	@Override
	<T> List<T> read(Pages<T> pages, int most) {
		return pages.stream(platform.client()).limit(most).toList();
	}

	@Test
	void fetchesNothingBeforeTheStreamIsRead() {
		Stream<Complaint> stream = COMPLAINTS.stream(platform.client()).filter((complaint) -> true);
		assertThat(stream).isNotNull();
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void givesTheItemsBeforeTheExceptionOfALaterPage() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, FakePlatform.with(500, "", Map.of()));
		Iterator<Complaint> iterator = COMPLAINTS.stream(platform.client()).iterator();
		List<String> read = new ArrayList<>();
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> iterator.forEachRemaining((complaint) -> read.add(complaint.complaintId())));
		assertThat(read).containsExactly("1", "2", "3");
	}

	@Test
	void staysInOrderAndFetchesOnceWhenReadInParallel() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, complaints(",\"total_count\":6", 4, 5, 6));
		assertThat(COMPLAINTS.stream(platform.client()).parallel().map(Complaint::complaintId).toList())
			.containsExactly("1", "2", "3", "4", "5", "6");
		assertThat(platform.requests()).hasSize(2);
	}

}
