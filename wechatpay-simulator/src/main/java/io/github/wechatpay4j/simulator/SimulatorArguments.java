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

import io.github.wechatpay4j.simulator.SimulatorSettings.MerchantSettings;

/**
 * The arguments of the standalone simulator.
 *
 * @param settings how to start
 * @param help whether only help is wanted
 */
record SimulatorArguments(SimulatorSettings settings, boolean help) {

	static final String USAGE = """
			Usage: java -jar wechatpay-simulator-<version>-standalone.jar [options]

			  --port=N       the port on 127.0.0.1 (default 9090, 0 for any free one)
			  --speed=N      how much faster than officially notifications are retried (default 1)
			  --mchid=N      the merchant's number (default 1900000001)
			  --appid=TEXT   the merchant's application (default wxd678efh567hg6787)
			  --crypto-suite=rsa|sm  the kind of keys (default rsa; sm for SM2, 国密)
			  --help         this text
			""";

	private static final int DEFAULT_PORT = 9090;

	/** What is asked for; an {@link IllegalArgumentException} that says what is wrong. */
	static SimulatorArguments parse(String... arguments) {
		SimulatorSettings settings = SimulatorSettings.defaults().withPort(DEFAULT_PORT);
		MerchantSettings merchant = settings.merchants().get(0);
		boolean help = false;
		for (String argument : arguments) {
			int equals = argument.indexOf('=');
			String name = (equals < 0) ? argument : argument.substring(0, equals);
			String value = (equals < 0) ? "" : argument.substring(equals + 1);
			switch (name) {
				case "--port" -> settings = settings.withPort((int) number(name, value));
				case "--speed" -> settings = settings.withSpeed(number(name, value));
				case "--mchid" -> merchant = new MerchantSettings(value, merchant.appid(), merchant.sm());
				case "--appid" -> merchant = new MerchantSettings(merchant.mchid(), value, merchant.sm());
				case "--crypto-suite" ->
					merchant = new MerchantSettings(merchant.mchid(), merchant.appid(), isSm(name, value));
				case "--help", "-h" -> help = true;
				default -> throw new IllegalArgumentException("unknown argument " + argument);
			}
		}
		return new SimulatorArguments(settings.withMerchants(merchant), help);
	}

	private static boolean isSm(String name, String value) {
		return switch (value) {
			case "rsa" -> false;
			case "sm" -> true;
			default -> throw new IllegalArgumentException(name + " needs rsa or sm, as in " + name + "=sm");
		};
	}

	private static double number(String name, String value) {
		try {
			return Double.parseDouble(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(name + " needs a number, as in " + name + "=9090");
		}
	}

}
