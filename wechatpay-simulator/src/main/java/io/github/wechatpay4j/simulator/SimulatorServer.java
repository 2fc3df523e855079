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

package io.github.wechatpay4j.simulator;

import java.net.URI;
import java.time.Duration;

import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The HTTP server, on this machine only, with threads of its own.
 */
final class SimulatorServer implements AutoCloseable {

	private static final String HOST = "127.0.0.1";

	private static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

	/** As the platform does. */
	private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(8);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final LoopResources threads = LoopResources.create("wechatpay-simulator", 1,
			Math.max(2, Runtime.getRuntime().availableProcessors()), true);

	private final DisposableServer server;

	SimulatorServer(int port, RouterFunction<ServerResponse> routes) {
		HandlerStrategies strategies = HandlerStrategies.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_BODY_BYTES))
			.build();
		try {
			this.server = HttpServer.create()
				.host(HOST)
				.port(port)
				.runOn(this.threads)
				.idleTimeout(IDLE_TIMEOUT)
				.handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes, strategies)))
				.bindNow();
		}
		catch (RuntimeException ex) {
			this.threads.dispose();
			throw ex;
		}
	}

	URI url() {
		return URI.create("http://" + HOST + ":" + this.server.port());
	}

	@Override
	public void close() {
		this.server.disposeNow(CLOSE_TIMEOUT);
		this.threads.disposeLater(Duration.ZERO, CLOSE_TIMEOUT).block(CLOSE_TIMEOUT);
	}

}
