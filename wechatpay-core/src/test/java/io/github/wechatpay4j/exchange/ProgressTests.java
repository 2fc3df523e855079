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

package io.github.wechatpay4j.exchange;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a request that was given up at the moment in which it was to be sent.
 */
class ProgressTests {

	private static final Operation<RawResponse> OPERATION = Operation.post("/v3/refund", RawResponse.class).build();

	private final Progress progress = new Progress();

	@Test
	void neverSendsWhatTheCallerWasToldIsNotSent() {
		Progress.Sending sending = this.progress.begin();
		sending.connected();
		assertThat(fail().phase()).isEqualTo(Phase.CONNECTING);
		assertThat(sending.mayBegin()).isFalse();
	}

	@Test
	void doesNotSayThatNothingWasSentOnceItMayHaveBeen() {
		Progress.Sending sending = this.progress.begin();
		sending.connected();
		assertThat(sending.mayBegin()).isTrue();
		assertThat(fail().phase()).isEqualTo(Phase.EXCHANGING);
		assertThat(sending.mayBegin()).as("the rest of it").isTrue();
	}

	@Test
	void sendsOnceMoreWhatWasGivenUpButNotByTheFirstConnection() {
		Progress.Sending first = this.progress.begin();
		first.connected();
		fail();
		Progress.Sending second = this.progress.begin();
		assertThat(first.mayBegin()).isFalse();
		assertThat(second.mayBegin()).isTrue();
	}

	private TransportException fail() {
		return TransportFailures.translate(OPERATION, new IllegalStateException("too late"), this.progress);
	}

}
