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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A registry that checks how it is used, and keeps what was observed.
 */
public final class RecordedObservations implements ObservationHandler<Observation.Context> {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();

	private final List<String> events = new CopyOnWriteArrayList<>();

	public RecordedObservations() {
		this.registry.observationConfig().observationHandler(this);
	}

	public TestObservationRegistry registry() {
		return this.registry;
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		this.events.add(event.getName());
	}

	@Override
	public void onStop(Observation.Context context) {
		this.stopped.add(context);
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	public void clear() {
		this.stopped.clear();
		this.events.clear();
	}

	public List<String> events() {
		return this.events;
	}

	/** In the order in which they ended. */
	public List<Observation.Context> all() {
		return this.stopped;
	}

	public List<Observation.Context> all(String name) {
		return this.stopped.stream().filter((context) -> name.equals(context.getName())).toList();
	}

	public Observation.Context only(String name) {
		assertThat(all(name)).as(name).hasSize(1);
		return all(name).get(0);
	}

	/** The low cardinality key values of the only observation of that name, sorted. */
	public List<String> low(String name) {
		return only(name).getLowCardinalityKeyValues()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue())
			.sorted()
			.toList();
	}

}
