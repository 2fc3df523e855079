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

package io.github.wechatpay4j.simulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The console page, which uses the controls.
 */
public final class Console {

	/** Nothing from elsewhere, whatever a description says. */
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
			+ " connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private Console() {
	}

	/**
	 * The page at {@code /}.
	 * @return the route
	 */
	public static RouterFunction<ServerResponse> routes() {
		byte[] page = load();
		return RouterFunctions.route()
			.GET("/",
					(request) -> ServerResponse.ok()
						.contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
						.header("Content-Security-Policy", POLICY)
						.header("X-Content-Type-Options", "nosniff")
						.header("Cache-Control", "no-store")
						.bodyValue(page))
			.build();
	}

	private static byte[] load() {
		try (InputStream stream = Console.class.getResourceAsStream("console.html")) {
			return Objects.requireNonNull(stream, "console.html").readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
