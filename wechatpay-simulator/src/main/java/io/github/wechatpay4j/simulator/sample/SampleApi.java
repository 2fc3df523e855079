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

package io.github.wechatpay4j.simulator.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.http.Operation;
import io.github.wechatpay4j.simulator.sample.SampleCatalog.Match;
import io.github.wechatpay4j.simulator.sample.SampleOperation.FileInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Answers the operations that are described but not modelled with samples. It keeps
 * nothing of what it is told. Safe for use by many threads.
 */
public final class SampleApi {

	private static final Logger logger = LoggerFactory.getLogger(SampleApi.class);

	private final Gate gate;

	private final RouterFunction<ServerResponse> modelled;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	private @Nullable SampleCatalog catalog;

	/**
	 * Creates the samples.
	 * @param gate what their calls pass
	 * @param modelled the operations that need none
	 */
	public SampleApi(Gate gate, RouterFunction<ServerResponse> modelled) {
		this.gate = gate;
		this.modelled = modelled;
	}

	/**
	 * All operations: first the download that samples lead to, then the modelled ones,
	 * then the samples.
	 * @return the routes
	 */
	public RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET("/v3/billdownload/file", RequestPredicates.queryParam("token", SampleFile.TOKEN),
					this.gate.to((call) -> new Answer.Sample(SampleFile.of(""), 200)))
			.add(this.modelled)
			.route(RequestPredicates.path("/v3/**").or(RequestPredicates.path("/*/v3/**")), this::handle)
			.build();
	}

	/**
	 * All operations of the description.
	 * @return the operations, each with how it is answered
	 */
	public List<OperationView> operations() {
		Set<String> keys = ModelledRoutes.keys(this.modelled);
		return catalog().operations()
			.stream()
			.map((operation) -> new OperationView(operation.name(), operation.method(),
					operation.path().getPatternString(), keys.contains(operation.key()) ? "model" : "sample"))
			.toList();
	}

	private Mono<ServerResponse> handle(ServerRequest request) {
		Optional<Match> match = catalog().match(request.method().name(), request.requestPath().pathWithinApplication());
		if (match.isEmpty()) {
			return this.gate.notFound(request);
		}
		Operation operation = (call) -> answer(match.get(), call);
		FileInput upload = match.get().operation().upload();
		HandlerFunction<ServerResponse> handler = (upload != null) ? this.gate.toUpload(upload.part(), operation)
				: this.gate.to(operation);
		return handler.handle(request);
	}

	private Answer answer(Match match, Call call) {
		SampleOperation operation = match.operation();
		Echo echo = Echo.of(call, match.variables(), new RequestCheck(catalog().shapes(), call).check(operation));
		if (this.told.add(operation.name())) {
			logger.info("{} ({} {}) is not modelled: its answers are samples", operation.name(), operation.method(),
					operation.path());
		}
		return new Answer.Sample(success(operation, call, echo), operation.status());
	}

	private static Answer success(SampleOperation operation, Call call, Echo echo) {
		if (operation.file()) {
			return SampleFile.of(operation.path().getPatternString());
		}
		return operation.answer().isMissingNode() ? new Answer.NoContent()
				: new Answer.Json(new SampleAnswer(call, echo).of(operation.answer()));
	}

	/** Read when it is first needed, which may be never. */
	private synchronized SampleCatalog catalog() {
		if (this.catalog == null) {
			this.catalog = CatalogReader.read();
		}
		return this.catalog;
	}

	/**
	 * An operation.
	 *
	 * @param name its name
	 * @param method the HTTP method
	 * @param path the path template
	 * @param answeredBy {@code model} or {@code sample}
	 */
	public record OperationView(String name, String method, String path, String answeredBy) {

	}

}
