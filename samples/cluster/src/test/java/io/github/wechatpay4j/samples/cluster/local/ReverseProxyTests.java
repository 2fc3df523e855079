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

package io.github.wechatpay4j.samples.cluster.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReverseProxyTests {

	private HttpServer first;

	private HttpServer second;

	private ReverseProxy proxy;

	@BeforeEach
	void start() throws IOException {
		this.first = node("first");
		this.second = node("second");
		this.proxy = new ReverseProxy(0, List.of(url(this.first), url(this.second)));
	}

	@AfterEach
	void end() {
		this.proxy.close();
		this.first.stop(0);
		this.second.stop(0);
	}

	@Test
	void letsNodesTakeTurns() throws Exception {
		assertThat(List.of(node(), node(), node(), node())).containsExactly("first", "second", "first", "second");
	}

	@Test
	void asksTheNextNodeWhereNobodyListens() throws Exception {
		this.first.stop(0);
		assertThat(List.of(node(), node(), node())).containsOnly("second");
	}

	@Test
	void answersBadGatewayWithoutAnyNode() throws Exception {
		this.first.stop(0);
		this.second.stop(0);
		assertThat(send().statusCode()).isEqualTo(502);
	}

	@Test
	void passesBytesHeadersQueryAndStatus() throws Exception {
		HttpResponse<byte[]> answer = send();
		assertThat(answer.statusCode()).isEqualTo(299);
		assertThat(new String(answer.body(), StandardCharsets.UTF_8))
			.isEqualTo("POST /a%20b?c=%2F d+/= " + this.proxy.url().getAuthority() + " { \"é\" :1 }\n");
	}

	private String node() throws Exception {
		return send().headers().firstValue("X-Node").orElse("");
	}

	private HttpResponse<byte[]> send() throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.proxy.url() + "/a%20b?c=%2F"))
				.header("Wechatpay-Signature", "d+/=")
				.POST(BodyPublishers.ofString("{ \"é\" :1 }\n"))
				.build(), BodyHandlers.ofByteArray());
	}

	private static HttpServer node(String name) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> echo(name, exchange));
		server.start();
		return server;
	}

	private static void echo(String name, HttpExchange exchange) throws IOException {
		byte[] head = String
			.join(" ",
					Stream
						.of(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
								exchange.getRequestHeaders().getFirst("Wechatpay-Signature"),
								exchange.getRequestHeaders().getFirst("Host"), "")
						.toList())
			.getBytes(StandardCharsets.UTF_8);
		byte[] body = exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("X-Node", name);
		exchange.sendResponseHeaders(299, head.length + body.length);
		exchange.getResponseBody().write(head);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static URI url(HttpServer server) {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
	}

}
