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

package io.github.wechatpay4j.web.answer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application on a real server, and a front end that asks it.
 */
final class AnswerServer implements AutoCloseable {

	private static final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final URI origin;

	private AnswerServer(ConfigurableApplicationContext context) {
		this.context = context;
		this.origin = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
	}

	static AnswerServer start(WebApplicationType type, Class<?> more, String... properties) {
		String[] arguments = Stream
			.concat(Stream.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1")),
					Stream.of(properties))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		return new AnswerServer(new SpringApplicationBuilder(AnswerApplication.class, more).web(type).run(arguments));
	}

	HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.origin.resolve(path));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.origin.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), BodyHandlers.ofString());
	}

	static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
