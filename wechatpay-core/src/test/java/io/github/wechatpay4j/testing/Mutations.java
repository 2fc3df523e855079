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

package io.github.wechatpay4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random changes, each of which really changes something.
 */
public final class Mutations {

	private final Random random;

	public Mutations(Random random) {
		this.random = random;
	}

	/** Changes the headers, the body, or both. */
	public Delivery of(Delivery original) {
		int what = this.random.nextInt(5);
		Map<String, String> headers = (what < 2 || what == 4) ? headers(original.headers())
				: new LinkedHashMap<>(original.headers());
		return new Delivery(headers, (what >= 2) ? of(original.body()) : original.body());
	}

	public byte[] of(byte[] original) {
		byte[] changed = original;
		while (Arrays.equals(changed, original)) {
			for (int i = this.random.nextInt(3); i >= 0; i--) {
				changed = once(changed);
			}
		}
		return changed;
	}

	private byte[] once(byte[] content) {
		if (content.length < 2) {
			return new byte[] { (byte) this.random.nextInt(256), '{' };
		}
		int from = this.random.nextInt(content.length);
		int to = from + 1 + this.random.nextInt(Math.min(64, content.length - from));
		byte[] copy = content.clone();
		return switch (this.random.nextInt(6)) {
			case 0 -> {
				copy[from] ^= (byte) (1 << this.random.nextInt(8));
				yield copy;
			}
			case 1 -> Arrays.copyOf(content, from);
			case 2 -> join(Arrays.copyOf(content, from), Arrays.copyOfRange(content, to, content.length));
			case 3 -> join(Arrays.copyOf(content, to), Arrays.copyOfRange(content, from, content.length));
			case 4 -> {
				int other = this.random.nextInt(content.length);
				copy[from] = content[other];
				copy[other] = content[from];
				yield copy;
			}
			default -> {
				copy[from] = (byte) this.random.nextInt(256);
				yield copy;
			}
		};
	}

	private static byte[] join(byte[] head, byte[] tail) {
		byte[] whole = Arrays.copyOf(head, head.length + tail.length);
		System.arraycopy(tail, 0, whole, head.length, tail.length);
		return whole;
	}

	private Map<String, String> headers(Map<String, String> original) {
		List<String> names = new ArrayList<>(original.keySet());
		Map<String, String> changed = new LinkedHashMap<>(original);
		while (changed.equals(original)) {
			String name = names.get(this.random.nextInt(names.size()));
			switch (this.random.nextInt(5)) {
				case 0 -> changed.remove(name);
				case 1 -> changed.put(name, original.get(names.get(this.random.nextInt(names.size()))));
				case 2 -> changed.put(name, original.get(name).repeat(2));
				default -> changed.put(name, text(original.get(name)));
			}
		}
		return changed;
	}

	/** As a server hands it over: one character for each byte. */
	private String text(String value) {
		return new String(of(value.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
	}

}
