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

package io.github.wechatpay4j.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.github.wechatpay4j.simulator.bill.BillFiles;
import io.github.wechatpay4j.simulator.bill.Bills;
import io.github.wechatpay4j.simulator.complaint.Complaints;
import io.github.wechatpay4j.simulator.fault.Faults;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.simulator.ledger.BackOffice;
import io.github.wechatpay4j.simulator.ledger.Ledger;
import io.github.wechatpay4j.simulator.notification.Notifier;
import io.github.wechatpay4j.simulator.official.ClosableTimer;
import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.payment.CombinedOrders;
import io.github.wechatpay4j.simulator.payment.Orders;
import io.github.wechatpay4j.simulator.payment.PayDesk;
import io.github.wechatpay4j.simulator.payment.Refunds;
import io.github.wechatpay4j.simulator.transfer.Transfers;

/**
 * Everything that one simulator knows.
 */
public final class World implements AutoCloseable {

	private final Numbers numbers;

	private final Identities identities;

	private final Faults faults = new Faults();

	private final ClosableTimer timer = new ClosableTimer();

	private final Notifier notifier;

	private final Orders orders;

	private final CombinedOrders combined;

	private final Refunds refunds;

	private final Transfers transfers;

	private final Complaints complaints;

	private final BillFiles billFiles;

	private final Bills bills;

	/**
	 * Creates a world.
	 * @param rules how it behaves
	 */
	public World(Rules rules) {
		Clock clock = rules.clock();
		this.numbers = new Numbers(clock);
		this.identities = new Identities(rules.appids(), rules.smMchids(), rules.withCertificates(), this.numbers,
				clock);
		this.notifier = new Notifier(this.identities, (merchant) -> signingKey(rules, merchant), this.faults,
				rules.speed(), this.timer, clock);
		Ledger ledger = new Ledger(rules.openingBalance(), this.numbers, clock);
		BackOffice office = new BackOffice(ledger, this.numbers, this.notifier, this.timer, rules.settleDelay(), clock);
		this.orders = new Orders(office);
		this.combined = new CombinedOrders(this.orders, office);
		this.refunds = new Refunds(this.orders, office);
		this.transfers = new Transfers(office);
		this.complaints = new Complaints(this.numbers, clock);
		this.billFiles = new BillFiles(this.numbers, clock);
		this.bills = new Bills(this.orders, ledger, clock);
	}

	private PlatformSecret signingKey(Rules rules, MerchantIdentity merchant) {
		return rules.certificateSignsNotifications()
				? this.identities.signingCertificate(merchant).orElse(merchant.publicKey()) : merchant.publicKey();
	}

	/**
	 * The numbers.
	 * @return hands out numbers
	 */
	public Numbers numbers() {
		return this.numbers;
	}

	/**
	 * The merchants and certificates.
	 * @return the identities
	 */
	public Identities identities() {
		return this.identities;
	}

	/**
	 * What is to go wrong.
	 * @return the faults
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * The notifications.
	 * @return delivers notifications
	 */
	public Notifier notifier() {
		return this.notifier;
	}

	/**
	 * The orders.
	 * @return the orders
	 */
	public Orders orders() {
		return this.orders;
	}

	/**
	 * The combined orders.
	 * @return the combined orders
	 */
	public CombinedOrders combined() {
		return this.combined;
	}

	/**
	 * The refunds.
	 * @return the refunds
	 */
	public Refunds refunds() {
		return this.refunds;
	}

	/**
	 * The transfers.
	 * @return the transfers
	 */
	public Transfers transfers() {
		return this.transfers;
	}

	/**
	 * The complaints.
	 * @return the complaints
	 */
	public Complaints complaints() {
		return this.complaints;
	}

	/**
	 * The bills.
	 * @return makes bills
	 */
	public Bills bills() {
		return this.bills;
	}

	/**
	 * The bills that wait to be downloaded.
	 * @return the files
	 */
	public BillFiles billFiles() {
		return this.billFiles;
	}

	/**
	 * Where orders are paid.
	 * @return the desk
	 */
	public PayDesk payDesk() {
		return new PayDesk(this.orders, this.combined);
	}

	@Override
	public void close() {
		this.timer.close();
		this.notifier.close();
	}

	/**
	 * How a world behaves.
	 *
	 * @param appids the appid for each mchid
	 * @param smMchids the mchids of those with SM2 keys instead of RSA keys
	 * @param withCertificates whether there are platform certificates
	 * @param certificateSignsNotifications whether a certificate signs notifications
	 * @param speed how much faster than officially retries come
	 * @param settleDelay how long refunds and the like take
	 * @param openingBalance what accounts open with, in fen
	 * @param clock tells the time
	 */
	public record Rules(Map<String, String> appids, Set<String> smMchids, boolean withCertificates,
			boolean certificateSignsNotifications, double speed, Duration settleDelay, long openingBalance,
			Clock clock) {
	}

}
