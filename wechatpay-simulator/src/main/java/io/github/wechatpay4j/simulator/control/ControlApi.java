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

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.wechatpay4j.simulator.control.Views.FaultView;
import io.github.wechatpay4j.simulator.control.Views.DayView;
import io.github.wechatpay4j.simulator.control.Views.IdView;
import io.github.wechatpay4j.simulator.control.Views.OrderView;
import io.github.wechatpay4j.simulator.control.Views.PaidView;
import io.github.wechatpay4j.simulator.control.Views.ProblemView;
import io.github.wechatpay4j.simulator.control.Views.TransferView;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.world.World;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What a payer, an operator or a test does: unsigned JSON under {@code /_simulator}.
 */
public final class ControlApi {

	private static final String ROOT = "/_simulator";

	private static final byte[] EMPTY = {};

	private final JsonMapper mapper = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final World world;

	private final Supplier<?> merchants;

	private final Supplier<?> operations;

	private final Clock clock;

	/**
	 * Creates the controls.
	 * @param world what they control
	 * @param merchants the merchants as they are to be shown
	 * @param operations the operations as they are to be shown
	 * @param clock tells the time
	 */
	public ControlApi(World world, Supplier<?> merchants, Supplier<?> operations, Clock clock) {
		this.world = world;
		this.merchants = merchants;
		this.operations = operations;
		this.clock = clock;
	}

	/**
	 * The routes below {@code /_simulator}.
	 * @return the routes
	 */
	public RouterFunction<ServerResponse> routes() {
		return RouterFunctions.route()
			.GET(ROOT + "/merchants", get(this.merchants))
			.GET(ROOT + "/operations", get(this.operations))
			.GET(ROOT + "/orders", get(() -> this.world.orders().all().stream().map(this::view).toList()))
			.POST(ROOT + "/orders/{outTradeNo}/pay", post(this::pay))
			.GET(ROOT + "/transfers", get(() -> this.world.transfers().all().stream().map(TransferView::of).toList()))
			.POST(ROOT + "/transfers/{outBillNo}/confirm",
					post((input) -> TransferView.of(this.world.transfers().confirm(input.path("outBillNo")))))
			.GET(ROOT + "/notifications", get(() -> this.world.notifier().deliveries()))
			.POST(ROOT + "/notifications/{id}/resend", post(this::resend))
			.POST(ROOT + "/complaints", post(this::complain))
			.POST(ROOT + "/certificates/rotate", post((input) -> new IdView(this.world.identities().rotate().serial())))
			.POST(ROOT + "/bills/close-day", post((input) -> new DayView(this.world.bills().closeDay())))
			.GET(ROOT + "/faults", get(this::faults))
			.POST(ROOT + "/faults", post(this::addFault))
			.DELETE(ROOT + "/faults", (request) -> answer(() -> {
				this.world.faults().clear();
				return faults();
			}))
			.OPTIONS(ROOT + "/**", (request) -> ServerResponse.noContent().build())
			.filter(new LocalOnly())
			.build();
	}

	private OrderView view(Order order) {
		return OrderView.of(order, this.clock.instant());
	}

	private PaidView pay(Input input) {
		List<Order> paid = this.world.payDesk()
			.pay(input.path("outTradeNo"), input.text("mchid"), input.text("openid"));
		Instant now = this.clock.instant();
		List<OrderView> views = paid.stream().map((order) -> OrderView.of(order, now)).toList();
		return new PaidView(input.path("outTradeNo"), views.get(0).state(), views.get(0).transactionId(), views);
	}

	private IdView resend(Input input) {
		String id = input.path("id");
		if (!this.world.notifier().resend(id)) {
			throw Refusal.of(404, "NOT_FOUND", "there is no notification " + id);
		}
		return new IdView(id);
	}

	private IdView complain(Input input) {
		String outTradeNo = input.text("outTradeNo");
		List<Order> orders = (outTradeNo != null) ? this.world.orders().withNumber(outTradeNo)
				: this.world.orders().all().stream().filter((order) -> order.payment() != null).toList();
		if (orders.isEmpty()) {
			throw Refusal.of(404, "ORDER_NOT_EXIST", "there is no such order; outTradeNo names one that is paid");
		}
		return new IdView(this.world.complaints()
			.complain(orders.get(0), input.textOr("detail", "The coffee was cold"),
					input.textOr("phone", "13800138000"))
			.id());
	}

	private List<FaultView> faults() {
		return this.world.faults().list().stream().map(FaultView::of).toList();
	}

	private List<FaultView> addFault(Input input) {
		this.world.faults().add(FaultReader.read(input.body()));
		return faults();
	}

	private HandlerFunction<ServerResponse> get(Supplier<?> show) {
		return (request) -> answer(show);
	}

	private HandlerFunction<ServerResponse> post(Function<Input, ?> act) {
		return (request) -> request.bodyToMono(byte[].class)
			.defaultIfEmpty(EMPTY)
			.flatMap((body) -> answer(() -> act.apply(new Input(request, read(body)))));
	}

	private JsonNode read(byte[] body) {
		try {
			return (body.length == 0) ? this.mapper.createObjectNode() : this.mapper.readTree(body);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("the body is not JSON");
		}
	}

	private Mono<ServerResponse> answer(Supplier<?> act) {
		try {
			return send(200, act.get());
		}
		catch (Refusal ex) {
			int status = (ex.status() == 404) ? 404 : 409;
			return send(status, new ProblemView(ex.code(), String.valueOf(ex.getMessage())));
		}
		catch (IllegalArgumentException ex) {
			return send(400, new ProblemView("INVALID", String.valueOf(ex.getMessage())));
		}
	}

	private Mono<ServerResponse> send(int status, Object value) {
		return ServerResponse.status(status)
			.contentType(MediaType.APPLICATION_JSON)
			.header("Cache-Control", "no-store")
			.bodyValue(this.mapper.writeValueAsBytes(value));
	}

	/** What a control is given. */
	private record Input(ServerRequest request, JsonNode body) {

		String path(String name) {
			return this.request.pathVariable(name);
		}

		@Nullable String text(String name) {
			JsonNode node = this.body.path(name);
			return node.isString() ? node.stringValue() : this.request.queryParam(name).orElse(null);
		}

		String textOr(String name, String otherwise) {
			String text = text(name);
			return (text != null) ? text : otherwise;
		}

	}

}
