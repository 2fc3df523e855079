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

package io.github.wechatpay4j.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that are still to happen, in the order they were added. Safe for use by many
 * threads.
 */
public final class Faults {

	private final List<Fault> pending = new ArrayList<>();

	/**
	 * Lets something go wrong.
	 * @param fault the fault
	 */
	public synchronized void add(Fault fault) {
		this.pending.add(fault);
	}

	/**
	 * Lets something go wrong once, to whatever comes next.
	 * @param kind the kind of fault
	 */
	public void add(FaultKind kind) {
		add(Fault.of(kind));
	}

	/**
	 * What is still to happen.
	 * @return a copy, each fault with how often it is still to happen
	 */
	public synchronized List<Fault> list() {
		return List.copyOf(this.pending);
	}

	/**
	 * Lets nothing more go wrong.
	 */
	public synchronized void clear() {
		this.pending.clear();
	}

	/**
	 * Takes the fault that is to happen to a request.
	 * @param path the request's path
	 * @return the fault, now once less to happen
	 */
	public Optional<Fault> takeForRequest(String path) {
		return take(false, path);
	}

	/**
	 * Takes the fault that is to happen to a notification.
	 * @param path the path it is sent to
	 * @return the fault, now once less to happen
	 */
	public Optional<Fault> takeForNotification(String path) {
		return take(true, path);
	}

	private synchronized Optional<Fault> take(boolean notification, String path) {
		for (int i = 0; i < this.pending.size(); i++) {
			Fault fault = this.pending.get(i);
			if (fault.matches(notification, path)) {
				if (fault.times() > 1) {
					this.pending.set(i, fault.withTimes(fault.times() - 1));
				}
				else {
					this.pending.remove(i);
				}
				return Optional.of(fault);
			}
		}
		return Optional.empty();
	}

}
