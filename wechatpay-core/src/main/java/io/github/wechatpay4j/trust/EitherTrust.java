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

package io.github.wechatpay4j.trust;

import java.util.Collection;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Two kinds of trust at once, for the time of a switch.
 */
final class EitherTrust implements Trust {

	private final Trust first;

	private final Trust second;

	EitherTrust(Trust first, Trust second) {
		this.first = first;
		this.second = second;
	}

	@Override
	public Mono<PlatformKey> find(String id) {
		return this.first.find(id).switchIfEmpty(this.second.find(id));
	}

	@Override
	public Mono<PlatformKey> current() {
		return this.first.current();
	}

	@Override
	public @Nullable PlatformKey findFormer(String id) {
		PlatformKey found = this.first.findFormer(id);
		return (found != null) ? found : this.second.findFormer(id);
	}

	@Override
	public @Nullable String problem() {
		String problem = this.first.problem();
		return (problem != null) ? problem : this.second.problem();
	}

	@Override
	public Collection<PlatformKey> keys() {
		return Stream.concat(this.first.keys().stream(), this.second.keys().stream()).toList();
	}

}
