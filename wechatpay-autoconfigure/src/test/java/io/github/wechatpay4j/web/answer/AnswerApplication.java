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

import java.util.Map;
import java.util.concurrent.CompletionException;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * A merchant's application whose controllers let exceptions pass.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AnswerApplication {

	/** Closing one server must not stop the event loops of the others. */
	@Bean
	ReactorResourceFactory eventLoops() {
		ReactorResourceFactory loops = new ReactorResourceFactory();
		loops.setUseGlobalResources(false);
		return loops;
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	SecurityFilterChain openForEverybody(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf((csrf) -> csrf.disable())
			.build();
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	SecurityWebFilterChain reactiveOpenForEverybody(ServerHttpSecurity http) {
		return http.authorizeExchange((requests) -> requests.anyExchange().permitAll()).build();
	}

	/** Nothing is handled here. */
	@RestController
	static class Orders {

		@GetMapping("/fail/{name}")
		String fail(@PathVariable("name") String name) {
			throw SampleFailures.ALL.get(name).exception();
		}

		@GetMapping("/fail-later/{name}")
		Mono<String> failLater(@PathVariable("name") String name) {
			return Mono.error(SampleFailures.ALL.get(name).exception());
		}

		@GetMapping(path = "/bill", produces = "text/csv")
		String bill() {
			throw SampleFailures.api(404);
		}

		@GetMapping("/joined")
		String joined() {
			throw new CompletionException(SampleFailures.api(404));
		}

		@GetMapping("/wrapped")
		String wrapped() {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "own", SampleFailures.api(404));
		}

		@GetMapping("/argument")
		String argument() {
			throw new IllegalArgumentException("'amount.total' is required");
		}

		@GetMapping("/orders/1")
		Answer<Map<String, String>> order() {
			return Answer.of(Map.of("id", "1"));
		}

	}

}
