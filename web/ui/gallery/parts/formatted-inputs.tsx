import { useState } from "react";
import { MoneyInput } from "../../forms/money-input.tsx";
import { PhoneInput } from "../../forms/phone-input.tsx";
import { Grid, Specimen } from "./specimen.tsx";

export function Amounts() {
  const [cents, setCents] = useState<number | null>(null);
  return (
    <Specimen
      title="Money"
      note="Dollars as people type them; the program gets whole cents. Text that is no amount stays and is explained on leaving."
    >
      <Grid>
        <div>
          <MoneyInput label="Price per hour" name="price" value={cents} onChange={setCents} />
          <p className="figures mt-2 text-14 text-muted" role="status">
            {cents === null ? "No amount" : `${cents} cents`}
          </p>
        </div>
        <MoneyInput
          label="Price, too low"
          value={2_500}
          onChange={() => undefined}
          error="The least is $40.00 per hour."
        />
        <MoneyInput label="Price, cannot be changed here" readOnly value={9_000} onChange={() => undefined} />
        <MoneyInput label="Price, not open" disabled value={9_000} onChange={() => undefined} />
      </Grid>
    </Specimen>
  );
}

export function Phones() {
  const [number, setNumber] = useState<string | null>(null);
  return (
    <Specimen
      title="Phone"
      note="Formats while you type at the end and never moves the caret; the keyboard on phones is the number pad."
    >
      <Grid>
        <div>
          <PhoneInput label="Phone" name="phone" hint="US numbers." onChange={setNumber} />
          <p className="figures mt-2 text-14 text-muted" role="status">
            {number ?? "Not complete"}
          </p>
        </div>
        <PhoneInput
          label="Phone, taken"
          initial="+12125550123"
          onChange={() => undefined}
          error="This number belongs to another account."
        />
      </Grid>
    </Specimen>
  );
}
