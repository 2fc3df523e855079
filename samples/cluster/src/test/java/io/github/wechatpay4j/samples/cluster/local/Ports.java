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

package io.github.wechatpay4j.samples.cluster.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that stay free while the process is away that uses them: below those that the
 * system gives to outgoing connections.
 */
public final class Ports {

	private static final int FIRST = 20_000;

	private static final int LAST = 30_000;

	private Ports() {
	}

	/** A port that nobody listens at. */
	public static int free() {
		return free(0);
	}

	/** A port that is free at these distances. */
	public static int free(int... distances) {
		int start = ThreadLocalRandom.current().nextInt(LAST - FIRST);
		for (int i = 0; i < LAST - FIRST; i++) {
			int port = FIRST + (start + i) % (LAST - FIRST);
			if (IntStream.of(distances).allMatch((distance) -> isFree(port + distance))) {
				return port;
			}
		}
		throw new IllegalStateException("All ports are in use");
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
