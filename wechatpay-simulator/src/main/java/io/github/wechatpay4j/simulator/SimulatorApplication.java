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

import java.util.concurrent.CountDownLatch;

/**
 * Starts a simulator of its own, until it is stopped with Ctrl-C.
 */
public final class SimulatorApplication {

	private static final int WRONG_USAGE = 2;

	private static final int FAILED = 1;

	private SimulatorApplication() {
	}

	/**
	 * Starts a simulator.
	 * @param arguments see {@code --help}
	 */
	@SuppressWarnings({ "SystemOut", "SystemExitOutsideMain", "IllegalCatch" })
	public static void main(String[] arguments) {
		SimulatorArguments parsed;
		try {
			parsed = SimulatorArguments.parse(arguments);
		}
		catch (IllegalArgumentException ex) {
			System.err.println("wechatpay-simulator: " + ex.getMessage() + "\n\n" + SimulatorArguments.USAGE);
			System.exit(WRONG_USAGE);
			return;
		}
		if (parsed.help()) {
			System.out.print(SimulatorArguments.USAGE);
			return;
		}
		try {
			run(parsed.settings());
		}
		catch (RuntimeException ex) {
			System.err.println("wechatpay-simulator: it cannot be started: " + ex.getMessage());
			System.exit(FAILED);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@SuppressWarnings("SystemOut")
	private static void run(SimulatorSettings settings) throws InterruptedException {
		CountDownLatch stopped = new CountDownLatch(1);
		WechatPaySimulator simulator = WechatPaySimulator.start(settings);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			simulator.close();
			stopped.countDown();
		}, "wechatpay-simulator-stop"));
		System.out.printf("""
				WeChat Pay simulator at %1$s
				  console:        %1$s/
				  merchant keys:  %1$s/_simulator/merchants
				  configure:      wechatpay.base-url=%1$s
				""", simulator.url());
		stopped.await();
	}

}
