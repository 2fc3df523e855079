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

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.wechatpay4j.simulator.SimulatorMerchant.PlatformCertificate;
import io.github.wechatpay4j.simulator.SimulatorSettings.MerchantSettings;
import io.github.wechatpay4j.simulator.SimulatorSettings.SigningKey;
import io.github.wechatpay4j.simulator.control.Console;
import io.github.wechatpay4j.simulator.control.ControlApi;
import io.github.wechatpay4j.simulator.endpoint.OfficialApi;
import io.github.wechatpay4j.simulator.fault.Faults;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.notification.Delivery;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.sample.SampleApi;
import io.github.wechatpay4j.simulator.world.World;
import io.github.wechatpay4j.simulator.world.World.Rules;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * WeChat Pay on this machine: it verifies, signs, keeps orders and notifies as the
 * platform does, with keys of its own. Safe for use by many threads.
 *
 * <pre class="code">
 * try (WechatPaySimulator simulator = WechatPaySimulator.start(SimulatorSettings.defaults())) {
 *     SimulatorMerchant merchant = simulator.merchants().get(0);
 *     // configure a client with the merchant's keys and simulator.url(), place an order, then
 *     simulator.pay("order-1");
 * }
 * </pre>
 */
public final class WechatPaySimulator implements AutoCloseable {

	private final World world;

	private final SimulatorServer server;

	private WechatPaySimulator(World world, SimulatorServer server) {
		this.world = world;
		this.server = server;
	}

	/**
	 * Starts a simulator.
	 * @param settings how it starts and behaves
	 * @return the simulator, ready for requests
	 */
	public static WechatPaySimulator start(SimulatorSettings settings) {
		Map<String, String> appids = new TreeMap<>();
		for (MerchantSettings merchant : settings.merchants()) {
			appids.put(merchant.mchid(), merchant.appid());
		}
		Set<String> smMchids = settings.merchants()
			.stream()
			.filter(MerchantSettings::sm)
			.map(MerchantSettings::mchid)
			.collect(Collectors.toUnmodifiableSet());
		World world = new World(new Rules(appids, smMchids, settings.platformCertificates(),
				settings.notificationKey() == SigningKey.CERTIFICATE, settings.speed(), settings.settleDelay(),
				settings.openingBalance(), settings.clock()));
		Gate gate = new Gate(world.identities(), world.faults(), settings.clock());
		SampleApi samples = new SampleApi(gate, OfficialApi.routes(world, gate, settings.clock()));
		RouterFunction<ServerResponse> routes = samples.routes()
			.and(new ControlApi(world, () -> describe(world.identities()), samples::operations, settings.clock())
				.routes())
			.and(Console.routes());
		try {
			return new WechatPaySimulator(world, new SimulatorServer(settings.port(), routes));
		}
		catch (RuntimeException ex) {
			world.close();
			throw ex;
		}
	}

	/**
	 * Where the simulator is.
	 * @return its address, without a path
	 */
	public URI url() {
		return this.server.url();
	}

	/**
	 * All merchants.
	 * @return the merchants
	 */
	public List<SimulatorMerchant> merchants() {
		return describe(this.world.identities());
	}

	/**
	 * A merchant.
	 * @param mchid its number
	 * @return the merchant
	 * @throws IllegalArgumentException if there is none
	 */
	public SimulatorMerchant merchant(String mchid) {
		return merchants().stream()
			.filter((merchant) -> merchant.mchid().equals(mchid))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no merchant " + mchid));
	}

	private static List<SimulatorMerchant> describe(Identities identities) {
		return identities.all()
			.stream()
			.map((merchant) -> new SimulatorMerchant(merchant.mchid(), merchant.appid(), merchant.serialNumber(),
					merchant.privateKeyPem(), merchant.apiV3Key(), merchant.publicKey().id(), merchant.publicKeyPem(),
					certificates(identities, merchant), merchant.cryptoSuite()))
			.toList();
	}

	private static List<PlatformCertificate> certificates(Identities identities, MerchantIdentity merchant) {
		return identities.certificates(merchant.suite().certificateAlgorithm())
			.stream()
			.map((certificate) -> new PlatformCertificate(certificate.serial(), certificate.pem()))
			.toList();
	}

	/**
	 * Pays an order or a combined order, as its payer would.
	 * @param outTradeNo the order's number
	 * @throws IllegalStateException if there is no such order, or it cannot be paid
	 */
	public void pay(String outTradeNo) {
		act(() -> this.world.payDesk().pay(outTradeNo, null, null));
	}

	/**
	 * Confirms a transfer, as its receiver would.
	 * @param outBillNo the transfer's number
	 * @throws IllegalStateException if there is no such transfer, or it does not wait
	 */
	public void confirmTransfer(String outBillNo) {
		act(() -> this.world.transfers().confirm(outBillNo));
	}

	/**
	 * Ends the day early, so that its bills may be fetched today.
	 * @return the day whose bills may be fetched
	 */
	public LocalDate closeDay() {
		return this.world.bills().closeDay();
	}

	/**
	 * Issues one more platform certificate, which signs from now on; where there are SM
	 * merchants beside RSA merchants, one of each kind.
	 * @return the serial number of the first
	 */
	public String rotateCertificate() {
		return this.world.identities().rotate().serial();
	}

	/**
	 * Sends a notification once more, now.
	 * @param id the notification's id
	 * @throws IllegalArgumentException if there is no such notification
	 */
	public void resend(String id) {
		if (!this.world.notifier().resend(id)) {
			throw new IllegalArgumentException("There is no notification " + id);
		}
	}

	private static void act(Runnable action) {
		try {
			action.run();
		}
		catch (Refusal ex) {
			throw new IllegalStateException(ex.code() + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * What is to go wrong.
	 * @return the faults still to happen, to be added to
	 */
	public Faults faults() {
		return this.world.faults();
	}

	/**
	 * The log of all notifications.
	 * @return the deliveries in order
	 */
	public List<Delivery> deliveries() {
		return this.world.notifier().deliveries();
	}

	/**
	 * Waits until every notification so far was taken, given up or lost. One that a
	 * refund still under way will cause is not waited for.
	 * @param timeout how long to wait at most
	 * @return the log
	 * @throws IllegalStateException if that did not come about in time
	 */
	public List<Delivery> awaitDeliveries(Duration timeout) {
		if (!this.world.notifier().await(timeout)) {
			throw new IllegalStateException("Notifications are still under way after " + timeout + ": " + deliveries());
		}
		return deliveries();
	}

	@Override
	public void close() {
		this.world.close();
		this.server.close();
	}

}
