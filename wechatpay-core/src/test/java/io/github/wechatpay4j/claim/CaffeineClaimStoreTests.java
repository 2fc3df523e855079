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

package io.github.wechatpay4j.claim;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CaffeineClaimStoreTests implements ClaimStoreContract {

	private final AtomicLong nanos = new AtomicLong();

	private final ClaimStore store = new CaffeineClaimStore(this.nanos::get);

	@Override
	public ClaimStore store() {
		return this.store;
	}

	@Override
	public void advance(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	@Test
	void keepsWhatIsDoneFor25Hours() {
		this.store.complete(this.store.claim("a", LEASE));
		advance(Duration.ofHours(25).minusSeconds(1));
		assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.DONE);
		advance(Duration.ofSeconds(2));
		assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.ACQUIRED);
	}

	@Test
	void startsOnTheSystemsClock() {
		assertThat(new CaffeineClaimStore().claim("a", LEASE).state()).isEqualTo(Claim.State.ACQUIRED);
	}

}
