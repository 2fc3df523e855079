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

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.TransportException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * The platform's hosts, the preferred one first. Safe for use by many threads.
 */
final class Hosts {

	private final List<Host> hosts;

	Hosts(URI baseUrl, List<URI> backupUrls, Clock clock, LongSupplier nanoTime) {
		List<Host> hosts = new ArrayList<>();
		hosts.add(new Host(baseUrl, true, clock, nanoTime));
		backupUrls.forEach((url) -> hosts.add(new Host(url, false, clock, nanoTime)));
		this.hosts = List.copyOf(hosts);
	}

	/** Tries one host after the other until one can be reached. */
	<T> Flux<T> tryEach(Function<Host, Flux<T>> attempt) {
		return Flux.defer(() -> {
			Set<Host> tried = new HashSet<>();
			return tryNext(Objects.requireNonNull(next(tried), "there is always a host"), tried, attempt);
		});
	}

	private <T> Flux<T> tryNext(Host host, Set<Host> tried, Function<Host, Flux<T>> attempt) {
		tried.add(host);
		return attempt.apply(host).onErrorResume(TransportException.class, (ex) -> {
			if (!TransportFailures.isUnreachable(ex)) {
				return Flux.error(ex);
			}
			host.unreachable(ex);
			Host next = next(tried);
			return (next == null) ? Flux.error(ex) : tryNext(next, tried, attempt);
		});
	}

	/** Where all are left alone the preferred one is tried: there is nothing to lose. */
	private @Nullable Host next(Set<Host> tried) {
		for (Host host : this.hosts) {
			if (!tried.contains(host) && host.admits()) {
				return host;
			}
		}
		Host preferred = this.hosts.get(0);
		return tried.contains(preferred) ? null : preferred;
	}

	boolean contain(URI address) {
		return this.hosts.stream().anyMatch((host) -> host.isAt(address));
	}

	List<HostState> states() {
		return this.hosts.stream().map(Host::state).toList();
	}

}
