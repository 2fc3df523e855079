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

package io.github.wechatpay4j.samples.shop;

import java.net.URI;

import io.github.wechatpay4j.simulator.WechatPaySimulator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the page where the simulator is, if there is one, for its pay button.
 */
@RestController
class SimulatorController {

	private final ObjectProvider<WechatPaySimulator> simulator;

	SimulatorController(ObjectProvider<WechatPaySimulator> simulator) {
		this.simulator = simulator;
	}

	@GetMapping("/api/simulator")
	ResponseEntity<SimulatorView> simulator() {
		WechatPaySimulator running = this.simulator.getIfAvailable();
		return (running != null) ? ResponseEntity.ok(new SimulatorView(running.url()))
				: ResponseEntity.notFound().build();
	}

	/**
	 * Where the simulator is.
	 *
	 * @param url its base address
	 */
	record SimulatorView(URI url) {
	}

}
