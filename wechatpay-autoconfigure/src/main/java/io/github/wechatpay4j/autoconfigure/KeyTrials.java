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

package io.github.wechatpay4j.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.Aead;
import io.github.wechatpay4j.merchant.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Tries the keys of configured merchants out while the rest of the application is being
 * made, and keeps it from starting if one does not work: a damaged private key is
 * otherwise noticed by the first customer, and a JVM that does not allow AES-256 by the
 * first payment. Calls no network: what is behind a {@code Signer} bean is not tried.
 */
final class KeyTrials implements SmartInitializingSingleton, DisposableBean {

	private static final byte[] TEXT = "wechatpay4j trial".getBytes(StandardCharsets.US_ASCII);

	private static final int NONCE_BYTES = 12;

	private static final int MAX_THREADS = 4;

	private final ExecutorService threads = Executors
		.newFixedThreadPool(Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()), (task) -> {
			Thread thread = new Thread(task, "wechatpay-key-trial");
			thread.setDaemon(true);
			return thread;
		});

	private final List<Future<?>> trials = new ArrayList<>();

	private boolean started;

	/**
	 * Tries credentials.
	 * @param properties names the properties that the keys come from
	 * @param credentials the credentials
	 * @param hasKey whether the private key is at hand
	 */
	synchronized void add(Properties properties, Credentials credentials, boolean hasKey) {
		Runnable trial = () -> run(properties, credentials, hasKey);
		if (this.started) {
			// A registry that is made late: whoever needs it hears of it
			trial.run();
		}
		else {
			this.trials.add(this.threads.submit(trial));
		}
	}

	/** Ends the trials before the application is ready. */
	@Override
	public synchronized void afterSingletonsInstantiated() {
		this.started = true;
		this.threads.shutdown();
		for (Future<?> trial : this.trials) {
			join(trial);
		}
		this.trials.clear();
	}

	private static void join(Future<?> trial) {
		try {
			trial.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException("The merchants' keys could not be tried out", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the merchants' keys were tried out", ex);
		}
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	/** Tries credentials now. */
	static void run(Properties properties, Credentials credentials, boolean hasKey) {
		if (hasKey) {
			sign(properties.privateKey(), credentials);
		}
		open(properties.apiV3Key(), credentials.aead());
		if (credentials.previousAead() != null) {
			open(properties.apiV3KeyPrevious(), credentials.previousAead());
		}
	}

	static void sign(String property, Credentials credentials) {
		try {
			credentials.signer().sign(TEXT);
		}
		catch (KeyMaterialException ex) {
			throw new InvalidWechatPayPropertyException(property, ex.problem(), ex.remedy());
		}
		catch (RuntimeException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			throw new InvalidWechatPayPropertyException(property,
					"The private key cannot sign (" + cause.getClass().getSimpleName() + ").",
					"Use the RSA key of the merchant's API certificate; where it is in a device, look whether that is"
							+ " ready.");
		}
	}

	private static void open(String property, Aead aead) {
		byte[] nonce = new byte[NONCE_BYTES];
		new SecureRandom().nextBytes(nonce);
		// The platform's are ASCII: none is used twice
		nonce[0] |= (byte) 0x80;
		try {
			if (!Arrays.equals(aead.decrypt(nonce, TEXT, aead.encrypt(nonce, TEXT, TEXT)), TEXT)) {
				throw new InvalidWechatPayPropertyException(property, "The cipher does not open what it has sealed.",
						"Choose another wechatpay.crypto-provider, such as jdk.");
			}
		}
		catch (KeyMaterialException ex) {
			throw new InvalidWechatPayPropertyException(property, ex.problem(), ex.remedy());
		}
	}

	/**
	 * The properties that a merchant's keys come from.
	 *
	 * @param privateKey of the private key
	 * @param apiV3Key of the APIv3 key
	 * @param apiV3KeyPrevious of the previous one
	 */
	record Properties(String privateKey, String apiV3Key, String apiV3KeyPrevious) {

		static Properties of(WechatPayConnectionDetails details, String name, @Nullable String sslBundle) {
			return new Properties(details.property(name, (sslBundle != null) ? "ssl-bundle" : "private-key"),
					details.property(name, "api-v3-key"), details.property(name, "api-v3-key-previous"));
		}

	}

}
