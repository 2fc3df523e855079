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

package io.github.wechatpay4j.simulator.endpoint;

import java.time.Clock;
import java.util.List;

import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.world.World;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * All modelled operations.
 */
public final class OfficialApi {

	private OfficialApi() {
	}

	/**
	 * The routes below {@code /v3}, each for one operation.
	 * @param world what the operations act on
	 * @param gate what their calls pass
	 * @param clock tells the time
	 * @return the routes
	 */
	public static RouterFunction<ServerResponse> routes(World world, Gate gate, Clock clock) {
		OrderReader reader = new OrderReader(clock);
		RouterFunctions.Builder routes = RouterFunctions.route();
		List<Endpoints> all = List.of(new PaymentEndpoints(world.orders(), reader, clock),
				new CombineEndpoints(world.combined(), reader, clock), new RefundEndpoints(world.refunds()),
				new TransferEndpoints(world.transfers()), new BillEndpoints(world.bills(), world.billFiles()),
				new MediaEndpoints(world.numbers()), new ComplaintEndpoints(world.complaints()),
				new SecurityEndpoints(world.identities(), world.numbers(), world.notifier()));
		all.forEach((endpoints) -> endpoints.addTo(routes, gate));
		return routes.build();
	}

}
